import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OpenedPost } from '@of/api-client';
import { Button, Note, Section } from '@of/ui';
import { m } from '@of/i18n';
import { problemSentence } from '../../app/problem-sentence';
import { useIsOfAge } from '../personal-data/use-is-of-age';
import { keepPostPrivate, postboxKey } from './api/postbox.api';

/** A young person with an own account keeps a letter from those who act for them. Nobody acts for a grown-up. */
export function PostPrivacy({ post }: { post: OpenedPost }) {
  const isOfAge = useIsOfAge();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: () => keepPostPrivate('me', post.id, !post.isPrivate),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: postboxKey('me') }),
  });
  if (isOfAge !== false) return null;
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
