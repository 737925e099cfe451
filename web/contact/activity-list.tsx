import { useTranslation } from 'react-i18next';
import { Empty } from '../ui/page.tsx';
import { ContactFirst } from './contact-first.tsx';
import { ActivityItem } from './activity-item.tsx';
import type { ActivityRow } from './activity-row.ts';

export function ActivityList({ activities }: { readonly activities: readonly ActivityRow[] }) {
  const { t } = useTranslation();
  if (activities.length === 0) return <Empty action={<ContactFirst />}>{t('web.contacts.empty')}</Empty>;
  return (
    <ul className="rows">
      {activities.map((row) => (
        <ActivityItem key={row.activity.activityId} row={row} />
      ))}
    </ul>
  );
}
