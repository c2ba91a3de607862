export const STEP = 'docker-config';
