import { Button, Skeleton } from 'antd';
import { Link, useRouteError } from 'react-router';
import { Away, Refused } from '../api/client.js';
import { useSpeaking } from '../words/language.js';

/** Nothing is here, and that is good or at least right; says what one may do instead. */
export function Nothing({ children, good }: { children: React.ReactNode; good?: boolean }): React.ReactNode {
  return <p className={good ? 'nothing good' : 'nothing'}>{children}</p>;
}

export function Waiting({ lines = 3 }: { lines?: number }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <div role="status" aria-label={say('正在读取', 'Loading')} className="waiting">
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  );
}

/** Why there is no answer, in the words of the service that refused, and what one can do. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }): React.ReactNode {
  const { say } = useSpeaking();
  const isRefusal = error instanceof Refused;
  const words = isRefusal
    ? say(error.problem.zh, error.problem.en)
    : error instanceof Away
      ? say('暂时没有应答,恢复后自动显示。', 'No answer now; it is shown as soon as there is one.')
      : say('页面出错了。', 'Something on this page went wrong.');
  return (
    <div role="alert" className="trouble">
      <strong>{words}</strong>
      {isRefusal && error.problem.clause && (
        <span className="clause">
          {say('依据', 'Clause')} {error.problem.clause}
        </span>
      )}
      {!isRefusal && onRetry && (
        <Button size="small" onClick={onRetry}>
          {say('再试一次', 'Try again')}
        </Button>
      )}
    </div>
  );
}

export function Broken(): React.ReactNode {
  const error = useRouteError();
  const { say } = useSpeaking();
  return (
    <div className="sheet">
      <h1>{say('这一页打不开', 'This page cannot be shown')}</h1>
      <Trouble error={error} onRetry={() => location.reload()} />
      <p>
        <Link to="/">{say('回到我的工作', 'Back to my work')}</Link>
      </p>
    </div>
  );
}

export function NotHere(): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <div className="sheet">
      <h1>{say('没有这一页', 'There is no such page')}</h1>
      <p>
        <Link to="/">{say('回到我的工作', 'Back to my work')}</Link>
      </p>
    </div>
  );
}
