import type { PlanRefusal } from '../step';
import { refusal } from './refusals';

/**
 * Harbor's own rule for the administrator's password; it would turn another one away after minutes, when it is installed.
 * The message never repeats it.
 */
export function passwordRefusal(password: string): PlanRefusal | undefined {
  const lacks = [
    ...(password.length < 8 || password.length > 128 ? ['8 to 128 characters'] : []),
    ...(/[A-Z]/.test(password) ? [] : ['an upper-case letter']),
    ...(/[a-z]/.test(password) ? [] : ['a lower-case letter']),
    ...(/[0-9]/.test(password) ? [] : ['a digit']),
    // Harbor puts it into files of variables, where the others would be read as something else.
    ...(/^[A-Za-z0-9!%&()*+,./:;<=>?@^_{|}~-]*$/.test(password)
      ? []
      : ['only ASCII letters, digits and signs, without spaces, quotes, $, #, [, ], ` and backslashes']),
  ];
  if (lacks.length === 0) return undefined;
  return refusal(
    'password-weak',
    `The password for Harbor's administrator (harbor_admin_password) lacks: ${lacks.join(', ')}.`,
    'Choose another one, or leave it out: one is then generated on the server.',
  );
}
