import { describe, expect, it } from '@jest/globals';
import { JsonLogger } from './logger.js';

describe('the log', () => {
  const written = (showPhones: boolean) => {
    let text = '';
    new JsonLogger('info', showPhones, { write: (line) => void (text += line) }).log({ msg: 'sent to +8613800138000' }, 'Sms');
    return JSON.parse(text) as Record<string, unknown>;
  };

  it('strikes phones out and keeps the time readable', () => {
    const line = written(false);
    expect(line).toMatchObject({ context: 'Sms', msg: 'sent to +861**********' });
    expect(Math.abs(Date.parse(line['time'] as string) - Date.now())).toBeLessThan(86_400_000);
  });

  it('shows phones where the development gateway needs them', () => {
    expect(written(true)).toMatchObject({ msg: 'sent to +8613800138000' });
  });
});
