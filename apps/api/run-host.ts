/** Starts a process: prints one line when it is up; one clear sentence and exit code 1 when it cannot be. */
export async function runHost(name: string, start: () => Promise<string>): Promise<void> {
  try {
    console.log(await start());
  } catch (error) {
    console.error(`${name}: ${reason(error)}`);
    process.exit(1);
  }
}

function reason(error: unknown): string {
  const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: Error[] };
  if (code === 'EADDRINUSE') return `the port ${(error as { port?: number }).port ?? ''} is taken; set PORT to another`;
  if (code === 'ECONNREFUSED' || errors?.some((e) => (e as NodeJS.ErrnoException).code === 'ECONNREFUSED')) {
    return 'the database refuses connections; check DATABASE_URL and that PostgreSQL runs';
  }
  return message || String(error);
}
