import type { Config } from '../../config/schema';
import { textsOf } from '../../texts';
import { refusal } from '../plan';
import type { PlanRefusal } from '../step';

/**
 * Harbor's own rule for the administrator's password; it would turn another one away after minutes, when it is installed.
 * The message never repeats it.
 */
export function passwordRefusal(password: string, config: Pick<Config, 'language'>): PlanRefusal | undefined {
  const { password: say, refusals } = textsOf(config).harborStep;
  const lacks = [
    ...(password.length < 8 || password.length > 128 ? [say.length] : []),
    ...(/[A-Z]/.test(password) ? [] : [say.upper]),
    ...(/[a-z]/.test(password) ? [] : [say.lower]),
    ...(/[0-9]/.test(password) ? [] : [say.digit]),
    // Harbor puts it into files of variables, where the others would be read as something else.
    ...(/^[A-Za-z0-9!%&()*+,./:;<=>?@^_{|}~-]*$/.test(password) ? [] : [say.signs]),
  ];
  if (lacks.length === 0) return undefined;
  return refusal('password-weak', refusals.password(lacks));
}
