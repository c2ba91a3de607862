import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseImage, canRunDocker, type DockerHost, type DockerHostOptions, startDocker } from '../../lab/docker';
import type { BuildTestResult } from '../../src/build/result';

export const SCRIPT = join(__dirname, '../../scripts/build-test-phase1.sh');

jest.setTimeout(10 * 60 * 1000);

/**
 * `describe` on a machine that can run a private Docker; elsewhere the suite is skipped, and says why.
 *
 * @param prepare makes of a Docker what the tests work on; the Docker is stopped also when that fails
 */
export function describeOn<T>(
  name: string,
  options: DockerHostOptions,
  prepare: (docker: DockerHost) => Promise<T>,
  body: (on: () => T) => void,
) {
  const ability = canRunDocker();
  if (!ability.ok) {
    describe.skip(`${name} (skipped: ${ability.why})`, () => {
      it('needs Docker', () => {});
    });
    return;
  }
  describe(name, () => {
    let docker: DockerHost | undefined;
    let prepared: T | undefined;
    beforeAll(async () => {
      docker = await startDocker(options);
      prepared = await prepare(docker);
    });
    afterAll(async () => {
      await docker?.stop();
    });
    body(() => prepared!);
  });
}

/** On a Docker host with the script of build-test and an image to build on. */
export const describeWithDocker = (name: string, options: Partial<DockerHostOptions>, body: (on: () => Host) => void) =>
  describeOn(
    name,
    { name: 'test', ...options },
    async (docker) => {
      await docker.write('/root/build-test-phase1.sh', readFileSync(SCRIPT));
      await baseImage(docker);
      return new Host(docker);
    },
    body,
  );

export interface Event {
  readonly event: string;
  readonly text: string;
  readonly code?: string;
  readonly message?: string;
  readonly way_out?: string;
  readonly changes?: readonly string[];
  readonly seconds?: number;
}

export interface Run {
  readonly code: number | null;
  readonly events: readonly Event[];
  readonly stderr: string;
}

/** A private Docker host with the script on it. */
export class Host {
  constructor(readonly docker: DockerHost) {}

  sh = (script: string) => this.docker.mustSh(script);

  /** Runs the script as a program would, and reads its events. Arguments are shell words. */
  async script(args: string): Promise<Run> {
    const { code, stdout, stderr } = await this.docker.sh(`bash /root/build-test-phase1.sh --json --yes ${args}`);
    return { code, stderr, events: eventsIn(stdout) };
  }

  async result(): Promise<BuildTestResult> {
    return JSON.parse(await this.sh('cat /var/lib/edge-phase1/build-test.json')) as BuildTestResult;
  }

  /** Whatever a run could have left: its folder and daemon, images, and what lies in /run. */
  async leftovers(): Promise<readonly string[]> {
    const found = await this.sh(`
      ls -d /var/lib/docker/edge-phase1-* 2>/dev/null
      pgrep -af 'edge-phase1-build-test' | grep -v pgrep
      docker images --format '{{.Repository}}' | grep edge-phase1
      ls /run/edge-phase1 | grep -v -e '\\.jsonl$' -e '^lock$' -e '^hold-at$'
      true`);
    return found.split('\n').filter(Boolean);
  }

  /** The server's own images and build cache. */
  ownThings = () =>
    this.sh(
      `docker images --no-trunc --format '{{.ID}} {{.Repository}}:{{.Tag}}' | sort; docker buildx du | awk '{ print $1, $3 }' | sort`,
    );
}

export const eventsIn = (text: string): readonly Event[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Event);

/** A service with two stages, as a shell script that lays it into a folder. */
export const project = (folder: string, dockerfile = 'Dockerfile') => `
mkdir -p '${folder}/src' "$(dirname '${folder}/${dockerfile}')"
printf 'print(1)' > '${folder}/src/main.py'
cat > '${folder}/${dockerfile}' <<'END'
FROM base:1 AS build
RUN echo compiling; dd if=/dev/zero of=/lib.bin bs=64k count=16 2>/dev/null
COPY src /app/
RUN --mount=type=cache,target=/cache echo x >> /cache/count; wc -l /cache/count
FROM base:1
COPY --from=build /app /app
RUN echo finished
END
`;
