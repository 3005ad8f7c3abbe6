/** A file that was written just now: a link to it, and where it lies for good. */
import { fileUrl } from '#widgets/shared/api/host.ts';
import type { Result } from '#widgets/shared/command-form/command-form.tsx';

type FileLinkProps = { result: Result; where: string };

export function FileLink({ result: { fileName, url }, where }: FileLinkProps) {
  if (typeof fileName !== 'string' || typeof url !== 'string') return null;
  return (
    <div className="kt-panel">
      <a className="kt-link" href={fileUrl(url)} target="_blank" rel="noreferrer">
        {fileName}
      </a>
      <p className="kt-hint">{where}</p>
    </div>
  );
}
