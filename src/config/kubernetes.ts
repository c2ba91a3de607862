import { z } from 'zod';
import { absolutePath, allowed, section } from './parts';

const FILE = absolutePath('a path under /etc, or null,');

export const kubernetes = section('The Kubernetes cluster (K3s) of the server.', {
  cluster: z
    .enum(['auto', 'none'], allowed('auto or none'))
    .default('auto')
    .describe(
      'auto: look for one; when it cannot be seen, its checks are unknown. none: there is none, and its checks do not apply.',
    ),
  kubeconfig: FILE.regex(/^\/etc\//, allowed('a path under /etc, where only root can put files, or null'))
    .nullable()
    .default(null)
    .describe(
      'The kubeconfig on the server to look with. null: $KUBECONFIG, /etc/rancher/k3s/k3s.yaml or ~/.kube/config, the first that may be read. A kubeconfig can name programs to run, so it has to lie where only root can put files.',
    ),
});
