import { Icon } from '../parts/icon';

/** What is drawn for the moods that every installation begins with; another one gets a ring. */
const SIGNS: Readonly<Record<string, string>> = {
  joyful: 'M4.5 12a7.5 7.5 0 0 0 15 0zM8.5 7.5v.01M15.5 7.5v.01',
  calm: 'M3 9c2.3-2 3.7-2 6 0s3.7 2 6 0 3.7-2 6 0M3 15c2.3-2 3.7-2 6 0s3.7 2 6 0 3.7-2 6 0',
  comfort: 'M5 9h11v6a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 6c0-1.5 1-1.5 1-3M12.5 6c0-1.5 1-1.5 1-3',
  romantic: 'M12 20s-7.5-4.6-7.5-10A4.3 4.3 0 0 1 12 7.2 4.3 4.3 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z',
  tense: 'M3 13h4l2.5-8 4 14 2.5-8 1 2h4',
  curious: 'M9 9a3.2 3.2 0 1 1 4.6 2.9c-1.1.6-1.6 1.3-1.6 2.6M12 18.5v.01',
  nostalgic: 'M12 4a8 8 0 1 0 8 8M12 7.5V12l-3 2M20 4v4h-4',
  energetic: 'M13 3L5.5 13.5H11L10 21l8-11h-5.5z',
  focused: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 12v.01',
  lift: 'M4 19l6-6 3.5 3.5L20 8M14.5 8H20v5.5',
  party: 'M4 20l4.5-11 6.5 6.5zM14 4v2M19 5l-1.5 1.5M20 11h-2M13 9c2 0 2-3 4-3',
};
const RING = 'M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14z';

/** A picture for a mood; it says nothing that the name beside it does not. */
export function MoodSign({ mood }: { readonly mood: string | null }) {
  return (
    <Icon size={26}>
      <path d={(mood !== null && SIGNS[mood]) || RING} />
    </Icon>
  );
}
