import { type BuildProgress, progressOf, type Spoken } from './progress';

/**
 * Reads the output of the builder from before BuildKit. What is lost: the time of each instruction, what was transferred,
 * which stages ran side by side (none do), and cache mounts, which it refuses.
 */
export function parseLegacy(text: string): BuildProgress {
  const words = /^The command '[\s\S]*' returned a non-zero code: \d+$/m.exec(text)?.[0] ?? '';
  const steps = text.split(/^(?=Step \d+\/\d+ : )/m).flatMap((part) => stepIn(part));
  const last = steps.at(-1);
  if (last && !/^Successfully built /m.test(text)) {
    steps[steps.length - 1] = { ...last, vertex: { ...last.vertex, error: words || 'It did not end.' } };
  }
  return progressOf('legacy', steps, words);
}

function stepIn(part: string): readonly Spoken[] {
  const [, place, name, output = ''] = /^Step (\d+\/\d+) : ([^\n]*)\n?([\s\S]*)$/.exec(part) ?? [];
  if (place === undefined || name === undefined) return [];
  const cached = /^ ---> Using cache$/m.test(output);
  const untold = { digest: '', inputs: [], startedAt: null, seconds: null, bytes: null, error: null };
  const log = output.split('\n').filter((line) => !OF_DOCKER.test(line));
  return [{ vertex: { ...untold, name: `[${place}] ${name}`, cached }, log }];
}

const OF_DOCKER = /^ ---> |^$|^Successfully |^The command '|^Removing intermediate/;
