import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as a telephone's. */
export function useIsTelephone(): boolean {
  return useMediaQuery('(max-width: 48em)') ?? false;
}
