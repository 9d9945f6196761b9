/** SQLSTATE classes 08 (connection) and 57P (shut down, starting up), 53300 (no connection free), and what a socket says. */
const AWAY = /^(08\w{3}|57P\d\d|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What pg says without a code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error means that the database cannot be asked now; asking again later may work. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown[] };
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true; // both addresses of a host refused
  return AWAY.test(String(code)) || LOST.test(String(message));
}
