export const STEP = 'build-test';
export const SCRIPT = 'build-test-phase1.sh';
