/** The only file of Docker's daemon that this project writes. */
export const DAEMON_FILE = '/etc/docker/daemon.json';
