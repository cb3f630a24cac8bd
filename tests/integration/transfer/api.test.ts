import { expect, it } from 'vitest';
import { GET as exportOne } from '@/app/api/v1/conversations/[id]/export/route';
import { GET as exportAll } from '@/app/api/v1/export/route';
import { POST as importAll } from '@/app/api/v1/import/route';
import { writeConversation } from '../conversations/fixtures';
import { onEachDatabase } from '../../support/databases';
import { outcome, Visitor } from '../auth/visitor';

onEachDatabase((kind) => {
  it('downloads, uploads, and keeps to its own', async () => {
    const [owner, other] = [new Visitor(), new Visitor()];
    const user = await owner.signUp(`exporter@${kind}.example`);
    await other.continueAsGuest();
    const { id } = await writeConversation(user, [{ content: 'hello' }, { content: 'hi' }]);
    const params = { params: Promise.resolve({ id }) };

    const download = await exportAll(owner.request('/api/v1/export'));
    expect(download.headers.get('x-total-messages')).toBe('2');
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="sayso-conversations-\d{4}-\d\d-\d\d\.json"$/);
    const file = await download.text();
    expect((await exportOne(owner.request('/x?format=markdown'), params)).headers.get('content-type')).toMatch(/^text\/markdown/);
    expect(await outcome(await exportOne(owner.request('/x?format=pdf'), params))).toEqual([400, 'invalid_format']);
    expect(await outcome(await exportOne(other.request('/x'), params))).toEqual([404, 'not_found']);
    expect(await outcome(await exportAll(new Visitor().request('/x')))).toEqual([401, 'unauthorized']);

    const upload = await other.send(importAll, '/api/v1/import', { raw: file });
    expect([upload.status, await upload.json()]).toMatchObject([200, { imported: 1, messages: 2 }]);
    expect(await outcome(await other.send(importAll, '/api/v1/import', { raw: 'x' }))).toEqual([400, 'invalid_file']);
    expect(await outcome(await other.send(importAll, '/api/v1/import', { raw: file, headers: { 'content-type': 'text/plain' } }))).toEqual([415, 'unsupported_media_type']);
    expect(await outcome(await other.send(importAll, '/api/v1/import', { raw: file, origin: 'https://evil.example' }))).toEqual([403, 'bad_origin']);
    expect(await outcome(await new Visitor().send(importAll, '/api/v1/import', { raw: file }))).toEqual([401, 'unauthorized']);
  });

  it('refuses a file over 64 MB while it arrives, whatever it says', async () => {
    const visitor = new Visitor();
    await visitor.continueAsGuest();
    let sent = 0;
    const zeros = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    expect(await outcome(await visitor.send(importAll, '/api/v1/import', { raw: zeros }))).toEqual([413, 'body_too_large']);
    expect(sent).toBeLessThan(70_000_000);
    const headers = { 'content-length': '1000000000' };
    expect(await outcome(await visitor.send(importAll, '/api/v1/import', { raw: '0', headers }))).toEqual([413, 'body_too_large']);
  });
});
