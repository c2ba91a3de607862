export const STEP = 'harbor';

/** Root only: it holds the password that was generated, and the secret of the robot account. */
export const SECRETS = '/var/lib/edge-phase1/harbor';

/** The Harbor project asks for these at least; the kernel keeps some of 4 GB for itself. See its installation prerequisites. */
export const MIN_MEMORY = 3_800_000_000;
export const MIN_CPUS = 2;
/** Major and minor version; of Compose 1 the last ones that Harbor's own installer takes, too. */
export const MIN_DOCKER = [20, 10] as const;
export const MIN_COMPOSE = [2, 3] as const;
export const MIN_COMPOSE_1 = [1, 18] as const;
