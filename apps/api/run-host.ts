/** Starts a process: prints one line when it is up; one clear sentence and exit code 1 when it cannot be. */
export async function runHost(name: string, start: () => Promise<string>): Promise<void> {
  try {
    console.log(await start());
  } catch (error) {
    console.error(`${name}: ${reasonOf(error)}`);
    process.exit(1);
  }
}

/** One sentence a person at a terminal can act on. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const inner = (error as AggregateError).errors?.[0] as NodeJS.ErrnoException | undefined;
  switch (code ?? inner?.code) {
    case 'EADDRINUSE':
      return 'the port is taken; set PORT to another';
    case 'ECONNREFUSED':
      return 'the database refuses connections; check DATABASE_URL and that PostgreSQL runs';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the database host is not known; check DATABASE_URL';
    case '28P01':
    case '28000':
      return 'the database does not accept the user or password in DATABASE_URL';
    case '3D000':
      return 'the database named in DATABASE_URL does not exist';
    default:
      return message || String(error);
  }
}
