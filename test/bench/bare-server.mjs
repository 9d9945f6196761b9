// What filing a case is held against: Fastify and pg, one row inserted per request, nothing else.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query('create table if not exists bare (id uuid primary key, body jsonb not null)');
const app = fastify();
app.post('/bare', async (request, reply) => {
  await pool.query('insert into bare (id, body) values ($1, $2)', [request.body.requestId, JSON.stringify(request.body)]);
  return reply.status(201).send({ id: request.body.requestId });
});
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening on port ${app.server.address().port}`);
process.on('SIGTERM', () => void app.close().then(() => pool.end()).then(() => process.exit(0)));
