import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeading } from '@/frame/page-heading';
import MyEventsSection from '@/views/user/activity/events/MyEventsSection';

/** `/activity/events`: what the signed-in customer goes to, and what they went to (`?show=past`). */
export function MyEventsPage() {
  const show = useSearch({ from: '/portal/activity/events' }).show ?? 'upcoming';
  const navigate = useNavigate();
  return (
    <>
      <PageHeading title="My events">My events</PageHeading>
      <Tabs
        value={show}
        keepMounted={false}
        onChange={(value) =>
          void navigate({ to: '/activity/events', search: value === 'past' ? { show: 'past' } : {}, resetScroll: false })
        }
      >
        <Tabs.List aria-label="Which events">
          <Tabs.Tab value="upcoming">Upcoming</Tabs.Tab>
          <Tabs.Tab value="past">Past</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="upcoming">
          <MyEventsSection show="upcoming" />
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <MyEventsSection show="past" />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
