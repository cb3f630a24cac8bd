import { expect, it } from 'vitest';
import { act } from '@/components/data/request';

it.each([
  ['UnrecognizedActionError', 409, 'Sayso has been updated since this page was loaded. Load it anew to go on.'],
  ['TypeError', 0, 'Sayso cannot be reached. Check the connection and try again.'],
])('an action that ends with a %s says what to do', async (name, status, message) => {
  const failed = Object.assign(new Error('…'), { name });
  await expect(act(Promise.reject(failed))).rejects.toMatchObject({ status, message });
});
