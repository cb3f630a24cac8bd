import type { Metadata } from 'next';
import { ActivityList } from '@/components/activity/activity-list';
import { ACTIVITY_PAGE } from '@/components/activity/page-size';
import { WorkspacePage } from '@/components/frame/workspace-page';
import { listActivity } from '@/lib/activity/list-activity';
import { requireUserPage } from '@/lib/auth/current-user';

export const metadata: Metadata = { title: 'Activity' };

export default async function ActivityPage() {
  const user = await requireUserPage('/activity');
  const first = await listActivity(user.id, { limit: ACTIVITY_PAGE });
  return (
    <WorkspacePage title="Activity" hint="Every change to your tasks, newest first. Each can be taken back.">
      <ActivityList first={first} />
    </WorkspacePage>
  );
}
