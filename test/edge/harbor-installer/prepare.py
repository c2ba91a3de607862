"""Stands in for Harbor's prepare container: harbor.yml in, the components' configuration and docker-compose.yml out."""

import os
import secrets
import shutil
import sys

import yaml

VERSION = os.environ['HARBOR_VERSION']
SYSLOG = {'driver': 'syslog', 'options': {'syslog-address': 'tcp://127.0.0.1:1514'}}


def checked(conf):
    """What the real one cannot do without ends it here as there: a missing key, a name that clients cannot reach."""
    if conf['hostname'] == '127.0.0.1':
        raise Exception('127.0.0.1 can not be the hostname')
    if conf['hostname'] == 'reg.mydomain.com':
        raise Exception('Please specify hostname')
    if conf['log']['level'] not in ('debug', 'info', 'warning', 'error', 'fatal'):
        raise Exception('log level must be one of debug, info, warning, error, fatal')
    for section, keys in (('jobservice', ('max_job_workers', 'job_loggers', 'logger_sweeper_duration')),
                          ('notification', ('webhook_job_max_retry', 'webhook_job_http_client_timeout'))):
        for key in keys:
            conf[section][key]
    https = conf.get('https')
    for path in (https['certificate'], https['private_key']) if https else ():
        if not os.path.isfile('/hostfs' + path):
            raise FileNotFoundError(f"No such file or directory: '/hostfs{path}'")
    return conf


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    print('Generated configuration file:', path)


def main():
    with open('/input/harbor.yml') as file:
        conf = checked(yaml.safe_load(file))
    data, https, log = conf['data_volume'], conf.get('https'), conf['log']['local']
    port, scheme = (https['port'], 'https') if https else (conf['http']['port'], 'http')
    if not https:
        print('WARNING: HTTP protocol is insecure.')
    write('/config/log/logrotate.conf', f"size {log['rotate_size']}\nrotate {log['rotate_count']}\n")
    write('/config/db/env', f"POSTGRES_PASSWORD={conf['database']['password']}\n")
    write('/config/core/env', f"POSTGRESQL_PASSWORD={conf['database']['password']}\nHARBOR_ADMIN_PASSWORD={conf['harbor_admin_password']}\n"
          f"EXT_ENDPOINT={scheme}://{conf['hostname']}:{port}\nCORE_SECRET={secrets.token_hex(8)}\n")
    write('/config/registry/config.yml', yaml.safe_dump({
        'version': '0.1', 'http': {'addr': ':5000', 'relativeurls': True}, 'log': {'level': conf['log']['level']},
        'storage': {'filesystem': {'rootdirectory': '/storage'}, 'delete': {'enabled': True}}}))
    for name in ('registry', 'database', 'redis', 'job_logs', 'secret/keys', 'secret/cert'):
        os.makedirs('/data/' + name, exist_ok=True)
    if not os.path.exists('/data/secret/keys/secretkey'):
        write('/data/secret/keys/secretkey', secrets.token_hex(8))
    if https:
        shutil.copy('/hostfs' + https['certificate'], '/data/secret/cert/server.crt')
        shutil.copy('/hostfs' + https['private_key'], '/data/secret/cert/server.key')
    elif os.path.exists('/data/secret/cert/server.crt'):
        os.remove('/data/secret/cert/server.crt')

    def service(image, container, depends_on=('log',), **more):
        return {'image': f'goharbor/{image}:v{VERSION}', 'container_name': container, 'restart': 'always', 'networks': ['harbor'],
                'depends_on': list(depends_on), 'logging': {**SYSLOG, 'options': {**SYSLOG['options'], 'tag': container}}, **more}
    log_service = service('harbor-log', 'harbor-log', (), volumes=[f"{log['location']}/:/var/log/docker/"], ports=['127.0.0.1:1514:10514'])
    del log_service['logging']
    services = {
        'log': log_service,
        'registry': service('registry-photon', 'registry', volumes=[f'{data}/registry:/storage', './common/config/registry/:/etc/registry/']),
        'registryctl': service('harbor-registryctl', 'registryctl'),
        'postgresql': service('harbor-db', 'harbor-db', volumes=[f'{data}/database:/var/lib/postgresql/data'], env_file=['./common/config/db/env']),
        'core': service('harbor-core', 'harbor-core', ('log', 'registry', 'redis', 'postgresql'), env_file=['./common/config/core/env']),
        'portal': service('harbor-portal', 'harbor-portal'),
        'jobservice': service('harbor-jobservice', 'harbor-jobservice', ('core',)),
        'redis': service('redis-photon', 'redis', volumes=[f'{data}/redis:/var/lib/redis']),
        'proxy': service('nginx-photon', 'nginx', ('registry', 'core', 'portal', 'log'), volumes=[f'{data}/secret/cert:/etc/cert'],
                         ports=[f"{conf['http']['port']}:8080"] + ([f'{port}:8443'] if https else [])),
    }
    write('/compose_location/docker-compose.yml', yaml.safe_dump({'services': services, 'networks': {'harbor': {'external': False}}}, sort_keys=False))
    print('Generated and saved secret key')
    sys.stdout.flush()
