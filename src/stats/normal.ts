/**
 * Upper tail of the standard normal, P(Z > z), for z >= 0. From the continued fraction for z above 2.5 and the power
 * series below it (Abramowitz and Stegun 26.2.14 and 26.2.11), good to about 1e-12.
 */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 2.5) {
    let fraction = z;
    for (let depth = 200; depth >= 1; depth--) fraction = z + depth / fraction;
    return density / fraction;
  }
  let [term, sum] = [z, z];
  for (let odd = 3; term > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - density * sum;
}

export const Z_975 = 1.959963984540054;
export const Z_80 = 0.8416212335729143;
