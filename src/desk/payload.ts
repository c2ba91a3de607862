interface Account {
  readonly login?: string;
  readonly type?: string;
}

/** The parts of the payloads of `issue_comment`, `issues` and `workflow_run` that the desk reads; all of it is untrusted. */
export interface DeskPayload {
  readonly action?: string;
  readonly sender?: Account;
  readonly comment?: {
    readonly id?: number;
    readonly body?: string;
    readonly created_at?: string;
    readonly user?: Account;
  };
  readonly issue?: {
    readonly number?: number;
    readonly body?: string | null;
    readonly updated_at?: string;
    readonly pull_request?: unknown;
    readonly labels?: readonly { readonly name?: string }[];
  };
  readonly changes?: { readonly body?: { readonly from?: string | null } };
  readonly workflow_run?: { readonly id?: number; readonly head_repository?: { readonly full_name?: string } | null };
}

export const isBot = (account: Account | undefined) =>
  account?.type === 'Bot' || Boolean(account?.login?.endsWith('[bot]'));
