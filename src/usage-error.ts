/** Wrong words on the command line, or a file that they name and that cannot be used: said, with exit code 2. */
export class UsageError extends Error {}
