import { stepOf, type Vertex } from '../vertex';
import type { Instruction, Stage } from './dockerfile';
import type { Subject } from './subject';
import type { Cost } from './types';

export function vertexOf({ vertices, file }: Subject, stage: Stage, instruction: Instruction): Vertex | undefined {
  const names = [stage.name, `stage-${stage.number}`, ...(file.stages.length === 1 ? [''] : [])];
  return vertices?.find(({ name }) => {
    const step = stepOf(name);
    return (
      step !== undefined &&
      instruction.index > 0 &&
      step.index === instruction.index &&
      names.includes(step.stage.toLowerCase()) &&
      (instruction.index === 1 || step.instruction.toUpperCase().startsWith(`${instruction.keyword} `))
    );
  });
}

/** What these instructions took in the measured build. Without a time for each of them it is not measured. */
export function costOf(subject: Subject, stage: Stage, instructions: readonly Instruction[]): Cost {
  const unknown = (basis: string): Cost => ({ seconds: null, bytes: null, basis });
  if (subject.vertices === undefined) return unknown('Not measured.');
  const vertices = instructions.map((one) => vertexOf(subject, stage, one));
  if (vertices.some((vertex) => vertex?.cached)) return unknown('Not measured: it came from the cache in that build.');
  const seconds = vertices.map((vertex) => vertex?.seconds ?? null);
  if (seconds.includes(null)) return unknown('Not measured: that build has no time for it.');
  const sum = (seconds as number[]).reduce((total, one) => total + one, 0);
  return { seconds: sum, bytes: null, basis: `Measured: BuildKit's time for ${placesOf(instructions)}.` };
}

export function placesOf(instructions: readonly Instruction[]): string {
  const lines = instructions.map((one) => one.first + 1);
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
}

export const linesOf = (instructions: readonly Instruction[]) => ({
  first: Math.min(...instructions.map((one) => one.first)) + 1,
  last: Math.max(...instructions.map((one) => one.last)) + 1,
});

export const bytesOf = (files: readonly { readonly bytes: number }[]) =>
  files.reduce((sum, file) => sum + file.bytes, 0);

/** The vertex that sends the context to the builder. */
export const contextVertex = ({ vertices }: Subject) =>
  vertices?.find((vertex) => vertex.name.startsWith('[internal] load build context'));
