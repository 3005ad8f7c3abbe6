/** What an admin is told of each workflow: one sentence of what was done and why. Pure. */
import type { Language, Said } from '../definition.ts';
import { say } from '../definition.ts';

const TOLD = {
  NEW: say('Installed and switched on.', '已安装并启用。'),
  ASKED_AGAIN: say('Installed again, as you asked.', '已按要求重新安装。'),
  FINISHED: say(
    'An earlier installation was cut off; it is finished now and switched on.',
    '上次安装中断，现已完成并启用。',
  ),
  DEFINITION: say(
    'Updated to what this version of Keyturn brings; nobody had changed it.',
    '已更新到此版本 Keyturn 的内容，此前无人修改过。',
  ),
  ACTIONS: say(
    'Keyturn was installed anew, so its steps are tied to the actions again.',
    'Keyturn 已重新安装，步骤已重新关联到动作。',
  ),
  ADOPTED: say(
    'Found from an earlier installation, unchanged; its steps are tied to the actions again.',
    '发现上次安装留下且未被修改的工作流，步骤已重新关联到动作。',
  ),
  UNCHANGED: say('Installed already and up to date.', '已安装，无需更新。'),
  EDITED: say('Left alone: somebody has changed it.', '保持不变：已有人修改过。'),
  EDITED_STALE: say(
    'Left alone: somebody has changed it. Its steps name actions of an earlier installation: choose the actions again, or delete the workflow and install it again.',
    '保持不变：已有人修改过。其步骤引用了旧安装的动作：请重新选择动作，或删除此工作流后重新安装。',
  ),
  DRAFT: say('Left alone: somebody is working on a draft of it.', '保持不变：有人正在编辑其草稿。'),
  DRAFT_STALE: say(
    'Left alone: somebody is working on a draft of it. Its steps name actions of an earlier installation: choose the actions again.',
    '保持不变：有人正在编辑其草稿。其步骤引用了旧安装的动作：请重新选择动作。',
  ),
  SWITCHED_OFF: say('Left alone: somebody has switched it off.', '保持不变：已有人停用。'),
  SWITCHED_OFF_STALE: say(
    'Left alone: somebody has switched it off. Its steps name actions of an earlier installation: choose the actions again before you switch it on.',
    '保持不变：已有人停用。其步骤引用了旧安装的动作：启用前请重新选择动作。',
  ),
  NAMESAKE: say(
    'Left alone: another workflow has this name. Rename it, then install again.',
    '保持不变：已有同名的其他工作流。请将其改名后再安装。',
  ),
  NAMESAKE_STALE: say(
    'Left alone: another workflow has this name. Rename it, then install again.',
    '保持不变：已有同名的其他工作流。请将其改名后再安装。',
  ),
  REMOVED: say(
    'Not made again: somebody has deleted it. Choose to install it again if it is wanted.',
    '未重新创建：已有人删除。如需要，请选择重新安装。',
  ),
  ACTION_MISSING: say(
    'Not installed: an action that it needs is missing here. Deploy Keyturn again, then install.',
    '未安装：缺少所需的动作。请重新部署 Keyturn 后再安装。',
  ),
  BUSY: say(
    'Somebody else is installing it at this moment, or was cut off: try again in two minutes.',
    '其他人正在安装，或刚刚中断：请两分钟后重试。',
  ),
} as const satisfies Record<string, Said>;

export type Told = keyof typeof TOLD;

export function toldIn(language: Language, told: Told): string {
  return TOLD[told][language];
}
