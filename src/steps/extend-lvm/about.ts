export const STEP = 'extend-lvm';
