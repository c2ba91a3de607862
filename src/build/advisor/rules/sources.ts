import type { Instruction, Stage } from '../dockerfile';
import { costOf, linesOf, vertexOf } from '../measured';
import { atMost, editedDockerfile, proposed } from '../proposal';
import type { Subject } from '../subject';
import type { Finding } from '../types';

/** A base image by name only: what the name means can change under a build, and with it everything built on it. */
export function unpinnedBase(subject: Subject): readonly Finding[] {
  return subject.file.stages.flatMap((stage) => {
    const { image, base } = stage;
    if (base !== undefined || image === 'scratch' || image.includes('@sha256:')) return [];
    return [baseFinding(subject, stage, stage.instructions[0]!)];
  });
}

function baseFinding(subject: Subject, stage: Stage, from: Instruction): Finding {
  const { image } = stage;
  const { text } = subject.file;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  const floating = !image.includes('$') && (tag === undefined || tag === 'latest');
  const digest = /@(sha256:[0-9a-f]{64})/.exec(vertexOf(subject, stage, from)?.name ?? '')?.[1];
  const end = text.indexOf(image, from.body) + image.length;
  const obstacle = image.includes('$')
    ? 'the image has a variable in its name, and a digest would overrule it'
    : digest === undefined
      ? 'which digest the name means is only known after a build'
      : undefined;
  return {
    rule: 'unpinned-base',
    lines: linesOf([from]),
    title: floating ? `${image} is whatever is newest` : `${image} is not pinned to a digest`,
    reason: `When another image gets this name, every step is built again, and two builds that are compared no longer have the same base. With a digest that happens when you change it (a bot such as Renovate can).`,
    cost: { seconds: null, bytes: null, basis: 'Nothing in a usual build, so there is nothing to measure.' },
    saving: {
      seconds: null,
      kind: 'about',
      scenario: 'another machine or a cleared cache',
      basis: 'A whole cold build whenever the name gets a new image; how often that is, is not known here.',
    },
    ...proposed(obstacle ?? [editedDockerfile(subject, [{ start: end, end, text: `@${digest}` }])]),
    notes:
      obstacle === undefined
        ? ['It is the image that the measured build used. From then on, updates of the base are yours to take.']
        : [],
  };
}

/** ADD from the network: asked for in every build, and nobody checks what came. */
export function remoteAdd(subject: Subject): readonly Finding[] {
  return subject.file.stages.flatMap((stage) =>
    stage.instructions
      .filter((one) => one.keyword === 'ADD' && isRemote(one))
      .map((add) => addFinding(subject, stage, add)),
  );
}

const isRemote = ({ args, flags }: Instruction) =>
  !flags.some(({ name }) => name === 'checksum') &&
  args
    .slice(0, -1)
    .some((source) => /^(https?:\/\/|git@|ssh:\/\/|git:\/\/)/.test(source) && !/#[0-9a-f]{40}/.test(source));

function addFinding(subject: Subject, stage: Stage, add: Instruction): Finding {
  const cost = costOf(subject, stage, [add]);
  return {
    rule: 'remote-add',
    lines: linesOf([add]),
    title: 'ADD of a remote file asks the network in every build, and takes what comes',
    reason:
      'Without a checksum BuildKit has to ask the server each time whether the file changed; if it did, everything below is built again. A git address without a commit is the same.',
    cost,
    saving: atMost(cost.seconds, 'every build', {
      notMeasured: 'Asking and fetching, which was not measured.',
      measured: 'The measured time of the step in a cold build; asking alone is a part of it.',
    }),
    patch: null,
    noPatch:
      'No patch: the checksum has to come from the publisher, not from a download. Write ADD --checksum=sha256:..., or the commit behind the # of a git address.',
    notes: [],
  };
}

/** A cache that outlives this machine's: for other machines, and after a clean-up. */
export function registryCache(subject: Subject): readonly Finding[] {
  const { registry, vertices, file } = subject;
  if (registry === undefined) return [];
  const own = vertices?.filter((vertex) => !vertex.cached && /^\[.*\d+\/\d+\]/.test(vertex.name)) ?? [];
  const whole =
    own.length > 0 && own.every(({ seconds }) => seconds !== null) ? own.reduce((sum, v) => sum + v.seconds!, 0) : null;
  return [
    {
      rule: 'registry-cache',
      lines: null,
      title: 'A registry in the local network could keep the build cache',
      reason: `With --cache-to type=registry,ref=${registry}/cache/NAME${file.stages.length > 1 ? ',mode=max' : ''},image-manifest=true,oci-mediatypes=true (Harbor takes no other form) and --cache-from type=registry,ref=${registry}/cache/NAME, a machine that never built this, or that had to throw its cache away, takes the finished steps from there.`,
      cost: {
        seconds: whole,
        bytes: null,
        basis:
          whole === null ? 'Not measured.' : 'Measured: the steps of one cold build, added up (some ran side by side).',
      },
      saving: atMost(whole, 'another machine or a cleared cache', {
        notMeasured: 'The steps of a cold build, which was not measured; less the time to pull them.',
        measured:
          'The measured steps, less the time to pull their layers, which was not measured. A machine that keeps its own cache gains nothing, and pushing the cache costs time.',
      }),
      patch: null,
      noPatch:
        'No patch: these are options of the build command, not of the Dockerfile. Exporting a cache to a registry needs a docker-container builder, or the containerd image store. build_test.registry_cache measures what it gains.',
      notes: [],
    },
  ];
}
