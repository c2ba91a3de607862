import { type BuildProgress, LOG_LINES, type Vertex } from './vertex';

/**
 * Reads the output of the builder from before BuildKit. What is lost: the time of each instruction, what was transferred,
 * which stages ran side by side (none do), and cache mounts, which it refuses.
 */
export function parseLegacy(text: string): BuildProgress {
  const vertices: Vertex[] = [];
  const failure = /^The command '[\s\S]*' returned a non-zero code: \d+$/m.exec(text)?.[0] ?? '';
  for (const part of text.split(/^(?=Step \d+\/\d+ : )/m)) {
    const [, step, name, output = ''] = /^Step (\d+\/\d+) : ([^\n]*)\n?([\s\S]*)$/.exec(part) ?? [];
    if (step === undefined || name === undefined) continue;
    const lines = output.split('\n').filter((line) => !/^ ---> |^$|^Successfully |^The command '/.test(line));
    vertices.push({
      name: `[${step}] ${name}`,
      digest: '',
      inputs: [],
      seconds: undefined,
      cached: /^ ---> Using cache$/m.test(output),
      started: undefined,
      completed: undefined,
      bytes: undefined,
      error: undefined,
      log: lines.slice(-LOG_LINES),
    });
  }
  const last = vertices.at(-1);
  const failed = !/^Successfully built /m.test(text) && last;
  if (failed) vertices[vertices.length - 1] = { ...failed, error: failure || 'It did not end.' };
  return { format: 'legacy', vertices, error: failure };
}
