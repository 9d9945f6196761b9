import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisations } from '@hejie/identity';
import { aMeeting, schedule } from '@hejie/mediation/testing';
import { UnitOfWork } from '@hejie/platform';
import { createStaff, eventually, pdfText, startTestApp, type TestApp } from '@hejie/test-kit';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('the evidence of a packet that is too large for one file', () => {
  let t: TestApp;
  beforeAll(async () => void (t = await startTestApp({ env: { BUNDLE_VOLUME_BYTES: String(PNG.length) } })));
  afterAll(() => t?.close());

  it('comes in volumes, each behind its own number, whose exhibits run on', async () => {
    const m = await aMeeting(t);
    const organisations = t.app.get(Organisations);
    const parentId = (await organisations.root())!.id;
    const { id: organisationId } = await t.app.get(UnitOfWork).run((tx) => organisations.create(tx, { name: '平度市劳动人事争议仲裁委员会', kind: 'commission', parentId }));
    const commission = await createStaff(t, 'partner', '窗口', { organisationId });
    await schedule(t, m);
    for (const title of ['一', '二']) await m.worker.upload(`/api/cases/${m.caseId}/evidence`, { name: 'a.png', type: 'image/png', bytes: PNG }, { title });
    const { id } = (await m.worker.post(`/api/cases/${m.caseId}/escalations`, { requestId: crypto.randomUUID(), track: 'arbitration' })).body;
    await eventually(async () => (await commission.get(`/api/partner/inbox/${id}`)).status === 200, 'the packet is sent', 60_000);
    const { bundle, volumes } = (await commission.get(`/api/partner/inbox/${id}/manifest`)).body;
    const file = async (query: string) => (await commission.get(`/api/partner/inbox/${id}/bundle${query}`)).body as Buffer;
    const files = [await file(''), await file('?volume=2')];
    expect([bundle, volumes.map((v: { sha256: string }) => v.sha256)]).toEqual([volumes[0], files.map((f) => createHash('sha256').update(f).digest('hex'))]);
    const texts = await Promise.all(files.map(async (f) => (await pdfText(f)).replaceAll(/\s/g, '')));
    expect(texts.map((text) => /证据材料（第.册，共二册）/.exec(text)?.[0])).toEqual(['证据材料（第一册，共二册）', '证据材料（第二册，共二册）']);
    expect(texts.map((text) => [text.includes('证据1一'), text.includes('证据2二')])).toEqual([[true, false], [false, true]]);
    for (const [volume, status] of [[0, 400], [3, 404]]) expect((await commission.get(`/api/partner/inbox/${id}/bundle?volume=${volume}`)).status).toBe(status);
    const trail = (await m.worker.get(`/api/cases/${m.caseId}/evidence/custody`)).body.items as { kind: string; sha256: string }[];
    expect(trail.filter((c) => c.kind === 'handed_on').map((c) => c.sha256)).toEqual(volumes.map((v: { sha256: string }) => v.sha256));
  });
});
