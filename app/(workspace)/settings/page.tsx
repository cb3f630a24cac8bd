import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { WorkspacePage } from '@/components/frame/workspace-page';
import { AccountSection } from '@/components/settings/account-section';
import { ApiKeysSection } from '@/components/settings/api-keys-section';
import { AppsSection } from '@/components/settings/apps-section';
import { ExportSection } from '@/components/settings/export-section';
import { ImportSection } from '@/components/settings/import-section';
import { PreferencesSections } from '@/components/settings/preferences-section';
import { TrashSection } from '@/components/settings/trash-section';
import { listConnectedApps } from '@/lib/auth/connected-apps';
import { requireUserPage } from '@/lib/auth/current-user';
import { listApiKeys } from '@/lib/auth/list-api-keys';
import { mcpAddress } from '@/lib/auth/mcp-address';
import { getPreferences } from '@/lib/preferences/get-preferences';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const { id } = await requireUserPage('/settings');
  const [preferences, keys, apps, request] = await Promise.all([getPreferences(id), listApiKeys(id), listConnectedApps(id), headers()]);
  return (
    <WorkspacePage title="Settings">
      <PreferencesSections initial={preferences} />
      <TrashSection />
      <ExportSection />
      <ImportSection />
      <AppsSection initial={apps} address={mcpAddress(request)} />
      <ApiKeysSection initial={keys} />
      <AccountSection />
    </WorkspacePage>
  );
}
