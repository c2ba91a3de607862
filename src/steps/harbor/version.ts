/** Whether a version, as `26.1.5+dfsg1`, is below another one, part by part; what is not a number counts as 0. */
export function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split(/[.+~-]/).map((part) => Number.parseInt(part, 10) || 0);
  for (const [i, wanted] of than.entries()) {
    const part = parts[i] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
