import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

/** Nest's own account of what it wires up; of interest only when looking for a fault at boot. */
const BOOT_NOISE = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/**
 * Structured logs. Callers log ids and codes, never names, phones or texts; as a second wall
 * phone-like digits are struck out unless the development gateway needs to show them.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param stream standard output unless given */
  constructor(level: string, showPhones = false, stream?: DestinationStream) {
    const options = {
      level,
      base: { pid: process.pid },
      // as text: the digits of an epoch look like a phone
      timestamp: stdTimeFunctions.isoTime,
      ...(showPhones ? {} : { hooks: { streamWrite: (line: string) => line.replace(/1[3-9]\d{9}/g, '1**********') } }),
    };
    this.pino = stream ? pino(options, stream) : pino(options);
  }

  log(message: unknown, context?: string): void {
    this.write(BOOT_NOISE.has(context ?? '') ? 'debug' : 'info', message, context);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest.at(-1));
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace', message: unknown, context: unknown): void {
    const fields = typeof message === 'object' && message !== null ? message : { msg: String(message) };
    this.pino[level]({ context, ...fields });
  }
}
