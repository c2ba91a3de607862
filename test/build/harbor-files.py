"""Serves a folder on 127.0.0.1:8000 with ranges; as long as the file `cut` is there, a download ends after so many bytes."""

import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FOLDER = '/srv/files'


class Files(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        path = FOLDER + self.path
        size = os.path.getsize(path)
        asked = re.match(r'bytes=(\d+)-', self.headers.get('Range', ''))
        start = int(asked[1]) if asked else 0
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header('Content-Range', f'bytes {start}-{size - 1}/{size}')
        self.send_header('Content-Length', str(size - start))
        self.end_headers()
        with open('/tmp/asked', 'a') as log:
            log.write(f'{self.command} {start}\n')
        if self.command == 'HEAD':
            return
        left = int(open('/tmp/cut').read()) if os.path.exists('/tmp/cut') else size
        with open(path, 'rb') as file:
            file.seek(start)
            while left > 0 and (piece := file.read(min(left, 65536))):
                self.wfile.write(piece)
                left -= len(piece)
        self.close_connection = True

    do_HEAD = do_GET


ThreadingHTTPServer(('127.0.0.1', 8000), Files).serve_forever()
