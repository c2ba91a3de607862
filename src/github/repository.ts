/** A repository as `owner/name`. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** @throws Error when it is not `owner/name` */
export function parseRepository(text: string): Repository {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  if (!owner || !name) throw new Error(`'${text.slice(0, 60)}' is no repository; write owner/name.`);
  return { owner, name };
}

/** Start of the paths of its API. */
export const pathOf = ({ owner, name }: Repository) => `/repos/${owner}/${name}`;
