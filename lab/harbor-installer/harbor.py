"""Stands in for Harbor's components in tests: one program, a role a container. See docs/harbor-stand-in.md."""

import base64
import http.client
import json
import os
import secrets
import signal
import socket
import ssl
import sys
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = os.environ.get('HARBOR_VERSION', '')


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, format, *args):
        print(self.command, self.path.split('?')[0], args[1] if len(args) > 1 else '', flush=True)

    def answer(self, code, value=None, headers=()):
        body = b'' if value is None else json.dumps(value, separators=(',', ':')).encode()
        self.send_response(code)
        for name, text in headers:
            self.send_header(name, text)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def pieces(self):
        """The body of the request, however it is sent."""
        if 'chunked' in self.headers.get('Transfer-Encoding', ''):
            while True:
                size = int(self.rfile.readline().split(b';')[0], 16)
                if size == 0:
                    self.rfile.readline()
                    return
                while size:
                    piece = self.rfile.read(min(size, 65536))
                    size -= len(piece)
                    yield piece
                self.rfile.readline()
        left = int(self.headers.get('Content-Length', 0))
        while left:
            piece = self.rfile.read(min(left, 65536))
            if not piece:
                return
            left -= len(piece)
            yield piece

    def json(self):
        text = b''.join(self.pieces())
        return json.loads(text) if text else {}


def serve(handler, port=8080):
    ThreadingHTTPServer.request_queue_size = 128
    ThreadingHTTPServer(('', port), handler).serve_forever()


# --- the database: one document on the disk, for those who know its password ------------------------------------------

STATE = '/var/lib/postgresql/data/state.json'


class Database(Handler):
    def do_GET(self):
        self.both()

    def do_PUT(self):
        self.both()

    def both(self):
        with open('/var/lib/postgresql/data/password') as file:
            known = file.read()
        body = b''.join(self.pieces())
        if self.headers.get('Password') != known:
            return self.answer(401)
        if self.command == 'PUT':
            with open(STATE + '.part', 'wb') as file:
                file.write(body)
            os.rename(STATE + '.part', STATE)
        with open(STATE) as file:
            self.answer(200, json.load(file))


def database():
    # The password counts when the folder is made, and never again.
    if not os.path.exists('/var/lib/postgresql/data/PG_VERSION'):
        for name, text in (('password', os.environ['POSTGRES_PASSWORD']), ('state.json', '{}'), ('PG_VERSION', '14')):
            with open('/var/lib/postgresql/data/' + name, 'w') as file:
                file.write(text)
    serve(Database, 5432)


# --- the core: API, tokens, and the way to the registry ---------------------------------------------------------------

lock = threading.Lock()
tokens = {}


def ask_database(state=None):
    link = http.client.HTTPConnection('postgresql', 5432, timeout=5)
    body = None if state is None else json.dumps(state)
    link.request('PUT' if body else 'GET', '/', body, {'Password': os.environ['POSTGRESQL_PASSWORD']})
    answer = link.getresponse()
    if answer.status != 200:
        raise OSError('the database does not take the password')
    return json.loads(answer.read())


def first_start():
    state = ask_database()
    if not state:
        ask_database({'admin': os.environ['HARBOR_ADMIN_PASSWORD'], 'schema': VERSION, 'next': 2, 'gc': None,
                      'projects': {'library': {'project_id': 1, 'name': 'library', 'metadata': {'public': 'true'}}},
                      'robots': {}, 'retentions': {}, 'registries': {}})
    elif state['schema'] != VERSION:
        # What a newer Harbor does to the tables of an older one; there is no way back.
        if tuple(map(int, state['schema'].split('.'))) > tuple(map(int, VERSION.split('.'))):
            sys.exit('the database is of a newer version')
        ask_database({**state, 'schema': VERSION})


def reachable(host, port, path=None):
    try:
        if path is None:
            link = socket.create_connection((host, port), 3)
            link.sendall(b'PING\r\n')
            return link.recv(7) == b'+PONG\r\n'
        link = http.client.HTTPConnection(host, port, timeout=3)
        link.request('GET', path)
        return link.getresponse().status < 500
    except OSError:
        return False


def health():
    def database_ok():
        try:
            return bool(ask_database())
        except OSError:
            return False
    found = [('core', True), ('database', database_ok()), ('jobservice', reachable('jobservice', 8080, '/api/v1/stats')),
             ('portal', reachable('portal', 8080, '/')), ('redis', reachable('redis', 6379)),
             ('registry', reachable('registry', 5000, '/')), ('registryctl', reachable('registryctl', 8080, '/api/health'))]
    return {'components': [{'name': name, 'status': 'healthy' if ok else 'unhealthy'} for name, ok in found],
            'status': 'healthy' if all(ok for _, ok in found) else 'unhealthy'}


class Core(Handler):
    def account(self, state):
        """The name of who asks, `None` for nobody, and False for a wrong password."""
        kind, _, word = self.headers.get('Authorization', '').partition(' ')
        if kind != 'Basic':
            return None
        name, _, password = base64.b64decode(word).decode().partition(':')
        known = state['admin'] if name == 'admin' else state['robots'].get(name, {}).get('secret')
        return name if known == password else False

    def may(self, state, name, project, action):
        if name == 'admin':
            return True
        if action == 'pull' and state['projects'].get(project, {}).get('metadata', {}).get('public') == 'true':
            return True
        robot = state['robots'].get(name, {}) if name else {}
        return any(permission['namespace'] == project and access == {'resource': 'repository', 'action': action}
                   for permission in robot.get('permissions', []) for access in permission['access'])

    def handle_any(self):
        self.url = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(self.url.query))
        if self.url.path == '/v2' or self.url.path.startswith('/v2/'):
            return self.to_registry()
        if self.url.path == '/service/token':
            # Only GET, as in core/service/token/token.go: clients that ask with POST first, as BuildKit does, then ask so.
            return self.token() if self.command == 'GET' else self.answer(405)
        if self.url.path == '/api/v2.0/health':
            return self.answer(200, health())
        body = self.json()
        with lock:
            state = ask_database()
            who = self.account(state)
            if who != 'admin':
                return self.answer(401, {'errors': [{'code': 'UNAUTHORIZED', 'message': 'unauthorized'}]})
            code, value = self.api(state, self.url.path.removeprefix('/api/v2.0').strip('/').split('/'), body)
            ask_database(state)
        self.answer(code, value)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

    def api(self, state, path, body):
        def new_id():
            state['next'] += 1
            return state['next']
        method, projects = self.command, state['projects']
        match [method, *path]:
            case ['GET', 'systeminfo']:
                return 200, {'harbor_version': f'v{VERSION}-0', 'auth_mode': 'db_auth'}
            case ['HEAD', 'projects']:
                return (200 if self.query['project_name'] in projects else 404), None
            case ['POST', 'projects']:
                name = body['project_name']
                if name in projects:
                    return 409, {'errors': [{'code': 'CONFLICT', 'message': f'The project named {name} already exists'}]}
                projects[name] = {'project_id': new_id(), 'name': name, 'metadata': body.get('metadata', {}), 'registry_id': body.get('registry_id')}
                return 201, None
            case ['GET', 'projects', name]:
                return (200, projects[name]) if name in projects else (404, {'errors': [{'code': 'NOT_FOUND', 'message': name}]})
            case ['DELETE', 'projects', _, 'repositories', _]:
                return 200, None
            case ['GET', 'robots']:
                wanted = int(self.query['q'].rpartition('=')[2])
                return 200, [{key: value for key, value in robot.items() if key != 'secret'} for robot in state['robots'].values() if robot['project_id'] == wanted]
            case ['POST', 'robots']:
                project = body['permissions'][0]['namespace']
                name = f"robot${project}+{body['name']}"
                if name in state['robots']:
                    return 409, {'errors': [{'code': 'CONFLICT', 'message': name}]}
                robot = {'id': new_id(), 'name': name, 'secret': secrets.token_urlsafe(24), 'level': body['level'], 'permissions': body['permissions'], 'project_id': projects[project]['project_id']}
                state['robots'][name] = robot
                return 201, {'id': robot['id'], 'name': name, 'secret': robot['secret'], 'expires_at': -1}
            case ['DELETE', 'robots', number]:
                state['robots'] = {name: robot for name, robot in state['robots'].items() if robot['id'] != int(number)}
                return 200, None
            case ['POST', 'retentions']:
                number = str(new_id())
                state['retentions'][number] = body
                for project in projects.values():
                    if project['project_id'] == body['scope']['ref']:
                        project['metadata']['retention_id'] = number
                return 201, None
            case ['PUT', 'retentions', number]:
                state['retentions'][number] = body
                return 200, None
            case ['GET', 'retentions', number]:
                return 200, state['retentions'][number]
            case ['GET', 'system', 'gc', 'schedule']:
                return 200, state['gc']
            case [('POST' | 'PUT'), 'system', 'gc', 'schedule']:
                if body['schedule']['type'] == 'None':
                    state['gc'] = None
                    return 200, None
                if len(body['schedule']['cron'].split(' ')) != 6:
                    return 400, {'errors': [{'code': 'BAD_REQUEST', 'message': 'invalid schedule'}]}
                if (method == 'POST') == bool(state['gc']):
                    return 412, {'errors': [{'code': 'PRECONDITION', 'message': 'fail to set schedule'}]}
                state['gc'] = body
                return (201 if method == 'POST' else 200), None
            case ['GET', 'registries']:
                return 200, [one for one in state['registries'].values() if one['name'] == self.query['q'].rpartition('=')[2]]
            case ['POST', 'registries']:
                number = new_id()
                state['registries'][str(number)] = {'id': number, **body}
                return 201, None
            case ['PUT', 'registries', number]:
                state['registries'][number].update(body)
                return 200, None
        return 404, {'errors': [{'code': 'NOT_FOUND', 'message': self.path}]}

    def token(self):
        state = ask_database()
        who = self.account(state)
        if who is False:
            return self.answer(401, {'errors': [{'code': 'UNAUTHORIZED', 'message': 'unauthorized'}]})
        token = secrets.token_urlsafe(32)
        with lock:
            if len(tokens) > 10000:
                tokens.clear()
            tokens[token] = who
        self.answer(200, {'token': token, 'access_token': token, 'expires_in': 1800})

    def to_registry(self):
        kind, _, word = self.headers.get('Authorization', '').partition(' ')
        parts = self.url.path.strip('/').split('/')
        project, action = (parts[1] if len(parts) > 2 else ''), ('pull' if self.command in ('GET', 'HEAD') else 'push')
        state = ask_database()
        known = kind == 'Bearer' and word in tokens
        who = tokens.get(word) if known else self.account(state)
        allowed = self.may(state, who, project, action) if project else known or bool(who)
        if not allowed:
            for _ in self.pieces():
                pass
            scope = f',scope="repository:{"/".join(parts[1:-2])}:pull,push"' if project else ''
            realm = f'Bearer realm="{os.environ["EXT_ENDPOINT"]}/service/token",service="harbor-registry"{scope}'
            return self.answer(401, {'errors': [{'code': 'UNAUTHORIZED', 'message': 'unauthorized to access repository'}]}, [('Www-Authenticate', realm)])
        link = http.client.HTTPConnection('registry', 5000, timeout=120)
        headers = {name: ', '.join(self.headers.get_all(name)) for name in self.headers.keys() if name.lower() not in ('authorization', 'transfer-encoding', 'connection')}
        chunked = 'chunked' in self.headers.get('Transfer-Encoding', '')
        has_body = chunked or self.headers.get('Content-Length')
        link.request(self.command, self.path, self.pieces() if has_body else None, headers, encode_chunked=chunked)
        answer = link.getresponse()
        self.send_response(answer.status)
        for name, text in answer.getheaders():
            if name.lower() not in ('transfer-encoding', 'connection', 'date', 'server'):
                self.send_header(name, text)
        whole = answer.read() if answer.getheader('Content-Length') is None else None
        if whole is not None and answer.status != 204:
            self.send_header('Content-Length', str(len(whole)))
        self.end_headers()
        self.wfile.write(whole or b'')
        while piece := answer.read(65536):
            self.wfile.write(piece)


def core():
    first_start()
    serve(Core)


# --- the others -------------------------------------------------------------------------------------------------------

class Always(Handler):
    def do_GET(self):
        self.answer(200, {'status': 'healthy'})


def each_connection(port, handle, context=None):
    listener = socket.create_server(('', port), backlog=128)

    def one(link):
        try:
            handle(context.wrap_socket(link, server_side=True) if context else link)
        except OSError:
            link.close()
    while True:
        threading.Thread(target=one, args=(listener.accept()[0],), daemon=True).start()


def log():
    def keep(link):
        with link, open('/var/log/docker/all.log', 'ab') as file:
            while piece := link.recv(65536):
                file.write(piece)
                file.flush()
    each_connection(10514, keep)


def redis():
    def pong(link):
        with link:
            while link.recv(100):
                link.sendall(b'+PONG\r\n')
    each_connection(6379, pong)


def proxy():
    def pump(from_, to):
        try:
            while piece := from_.recv(65536):
                to.sendall(piece)
        except OSError:
            pass
        for end in (from_, to):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def forward(link):
        # As nginx does: who tries TLS is told that this is HTTP, and BuildKit then tries that.
        if not isinstance(link, ssl.SSLSocket) and link.recv(1, socket.MSG_PEEK) == b'\x16':
            link.sendall(b'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
            link.close()
            return
        core = socket.create_connection(('core', 8080), 10)
        core.settimeout(None)
        threading.Thread(target=pump, args=(core, link), daemon=True).start()
        pump(link, core)
        core.close()
        link.close()
    if os.path.exists('/etc/cert/server.crt'):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain('/etc/cert/server.crt', '/etc/cert/server.key')
        threading.Thread(target=each_connection, args=(8443, forward, context), daemon=True).start()
    each_connection(8080, forward)


def registry():
    os.execv('/usr/bin/docker-registry', ['docker-registry', 'serve', '/etc/registry/config.yml'])


ROLES = {'log': log, 'registry': registry, 'registryctl': lambda: serve(Always), 'db': database, 'core': core,
         'portal': lambda: serve(Always), 'jobservice': lambda: serve(Always), 'redis': redis, 'proxy': proxy}

if __name__ == '__main__':
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    if sys.argv[1] == 'prepare':
        import prepare
        prepare.main()
    else:
        ROLES[sys.argv[1]]()
