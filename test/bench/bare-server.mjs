// The least that takes a decision: node:http, the body parsed, an answer. Nothing is kept.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

createServer(async (request, response) => {
  const body = await text(request);
  const { id } = body ? JSON.parse(body) : { id: '' };
  response.writeHead(body ? 201 : 304, { 'content-type': 'application/json' });
  response.end(body ? JSON.stringify({ id }) : undefined);
}).listen(0, '127.0.0.1', function listening() {
  console.log(`listening at http://127.0.0.1:${this.address().port}"`);
});
