import type { Vertex } from '../vertex';

/** A file of the context. */
export interface ContextFile {
  /** Relative to the context, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Permission bits; absent where they are not known (a listing from Windows). */
  readonly mode?: number;
}

/** The context as it lies there, before any .dockerignore. */
export interface Listing {
  readonly files: readonly ContextFile[];
  /** False when the listing was cut off: then nothing is concluded from a file that is missing. */
  readonly complete: boolean;
}

/** What the advisor looks at; all of it is passed in. */
export interface Project {
  readonly dockerfile: { readonly path: string; readonly text: string };
  /** The ignore file that Docker uses: `<Dockerfile>.dockerignore` beside the Dockerfile, else `.dockerignore`. */
  readonly ignoreFile: { readonly path: string; readonly text: string } | undefined;
  readonly listing: Listing | undefined;
  /** Text of a small file of the context (package.json, requirements.txt); undefined when it is not there or too large. */
  readonly read?: (path: string) => string | undefined;
  /** Of one build with cold caches; undefined when nothing was measured. */
  readonly vertices: readonly Vertex[] | undefined;
  /** Host name of a registry in the local network, where there is one. */
  readonly registry: string | undefined;
}

export const RULE_IDS = [
  'install-behind-copy',
  'cache-mount',
  'ignore-file-missing',
  'context-secrets',
  'context-bulk',
  'serial-stages',
  'ownership-layer',
  'unpinned-base',
  'remote-add',
  'registry-cache',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What it costs now. Null is "not measured", never zero. */
export interface Cost {
  readonly seconds: number | null;
  readonly bytes: number | null;
  /** Of what that is, and how it was obtained. */
  readonly basis: string;
}

/** An estimate is never a bare number: it says for which build it holds and what it rests on. */
export interface Saving {
  /** Null where nothing was measured that it could rest on. */
  readonly seconds: number | null;
  readonly kind: 'about' | 'at most';
  readonly scenario: 'every build' | 'cold build' | 'one source file changed' | 'another machine or a cleared cache';
  readonly basis: string;
}

export interface FileChange {
  readonly path: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface Patch {
  readonly files: readonly FileChange[];
  /** Unified diff; applies with `git apply` or `patch -p1`. */
  readonly diff: string;
}

export interface Finding {
  readonly rule: RuleId;
  /** In the Dockerfile, counted from 1, both included; null for findings about the context. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly title: string;
  readonly reason: string;
  readonly cost: Cost;
  readonly saving: Saving;
  readonly patch: Patch | null;
  /** Why there is no patch; null when there is one. */
  readonly noPatch: string | null;
  /** What the patched image does not have any more, or what else to know before applying it. */
  readonly notes: readonly string[];
}
