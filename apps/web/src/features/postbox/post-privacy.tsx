import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DateOnly } from '@of/kernel';
import type { OpenedPost } from '@of/api-client';
import { Button, Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { meQuery } from '../personal-data/api/personal-data.api';
import { keepPostPrivate, postboxKey } from './api/postbox.api';

const OF_AGE = 18;

/** A young person with an own account keeps a letter from those who act for them. Nobody acts for a grown-up. */
export function PostPrivacy({ post }: { post: OpenedPost }) {
  const me = useQuery(meQuery).data;
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: () => keepPostPrivate('me', post.id, !post.isPrivate),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: postboxKey('me') }),
  });
  if (!me || DateOnly.parse(me.dateOfBirth).ageAt(DateOnly.fromInstant(new Date())) >= OF_AGE) return null;
  return (
    <Section as="aside" title={m.postbox_privacy()}>
      <div className="stack">
        <p className="small" role="status">
          {post.isPrivate ? m.postbox_privacy_on() : m.postbox_privacy_off()}
        </p>
        <div>
          <Button look="second" isBusy={change.isPending} busyLabel={m.form_sending()} onClick={() => change.mutate()}>
            {post.isPrivate ? m.postbox_privacy_show() : m.postbox_privacy_hide()}
          </Button>
        </div>
        {change.error && (
          <Note kind="warn" role="alert">
            <p>{problemSentence(change.error)}</p>
          </Note>
        )}
      </div>
    </Section>
  );
}
