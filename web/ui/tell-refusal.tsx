import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { useCallback } from 'react';
import { Refused } from '../api/client.ts';
import { RefusalAlert } from './refusal.tsx';

/** For what is done by one press and has no form to show a refusal in. */
export function useTellRefusal(): (error: Error) => void {
  return useCallback((error) => {
    if (!(error instanceof Refused)) throw error;
    notifications.show({
      message: <RefusalAlert refusal={error.refusal} />,
      autoClose: 12_000,
      closeButtonProps: { 'aria-label': i18next.t('web.form.close') },
    });
  }, []);
}
