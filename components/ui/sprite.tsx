import { Bell, CalendarDays, Clock3, Flag, MoreHorizontal, Repeat, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

/** What `IconButton` and the like draw: an icon of the set, or one of the sprite. */
export type IconType = (props: { size?: number; className?: string; 'aria-hidden'?: boolean }) => ReactNode;

/** Icons that stand in every row of long lists. Each is in the document once, and a row only points to it. */
const SYMBOLS = {
  bell: <Bell size={24} />,
  calendar: <CalendarDays size={24} />,
  clock: <Clock3 size={24} />,
  flag: <Flag size={24} />,
  'flag-full': <Flag size={24} fill="currentColor" />,
  more: <MoreHorizontal size={24} />,
  repeat: <Repeat size={24} />,
  trash: <Trash2 size={24} />,
};

/** The drawings that the icons below point to; stands once on every page that uses them. */
export function Sprite() {
  return (
    <svg width={0} height={0} className="absolute" aria-hidden>
      {Object.entries(SYMBOLS).map(([name, icon]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {icon}
        </symbol>
      ))}
    </svg>
  );
}

const pointTo = (name: keyof typeof SYMBOLS): IconType =>
  function SpriteIcon({ size = 16, className }) {
    return (
      <svg width={size} height={size} className={className} aria-hidden>
        <use href={`#icon-${name}`} />
      </svg>
    );
  };

export const BellIcon = pointTo('bell');
export const CalendarIcon = pointTo('calendar');
export const ClockIcon = pointTo('clock');
export const FlagIcon = pointTo('flag');
export const FlagFullIcon = pointTo('flag-full');
export const MoreIcon = pointTo('more');
export const RepeatIcon = pointTo('repeat');
export const TrashIcon = pointTo('trash');
