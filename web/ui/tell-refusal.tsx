import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { Refused } from '../api/client.ts';
import { RefusalAlert } from './refusal.tsx';

/** For what is done by one press and has no form to show a refusal in. */
export function useTellRefusal(): (error: Error) => void {
  return useCallback((error) => {
    if (!(error instanceof Refused)) throw error;
    notifications.show({ message: <RefusalAlert refusal={error.refusal} />, autoClose: 12_000 });
  }, []);
}
