export const STEP = 'disk-test';
