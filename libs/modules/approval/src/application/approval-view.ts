import { Injectable } from '@nestjs/common';
import { Devices } from '@of/identity';
import type { ApprovalAction, ApprovalLine } from '../domain/approval-action';
import type { ApprovalStatus } from '../domain/approval-status';
import type { Approval } from '../persistence/approval.repository';

/** An approval as the browser that asked sees it. */
export interface MemberView {
  id: string;
  action: ApprovalAction;
  lines: ApprovalLine[];
  matchNumber: string;
  status: ApprovalStatus;
  createdAt: string;
  expiresAt: string;
  /** Names of the devices that can release it. */
  devices: string[];
}

/** An approval as a device sees it, with what helps to tell one's own doing from a stranger's. */
export interface DeviceView extends Omit<MemberView, 'devices'> {
  browser: string;
  knownBrowser: boolean;
  /** Whether the browser asked from the network that this device is in. */
  place: 'same-network' | 'other-network';
  decidedAt: string | null;
}

function common(approval: Approval): Omit<MemberView, 'devices'> {
  const { id, action, lines, matchNumber, status, createdAt, expiresAt } = approval;
  return { id, action, lines, matchNumber, status, createdAt, expiresAt };
}

/** The two sides of an approval. Both show the same act, lines and number. */
@Injectable()
export class ApprovalView {
  constructor(private readonly devices: Devices) {}

  async ofMember(approval: Approval): Promise<MemberView> {
    return { ...common(approval), devices: await this.devices.activeNames(approval.accountId) };
  }

  /** @param address shortened address of the device */
  ofDevice(approval: Approval, address: string): DeviceView {
    return {
      ...common(approval),
      browser: approval.browser,
      knownBrowser: approval.isKnownBrowser,
      place: approval.address === address ? 'same-network' : 'other-network',
      decidedAt: approval.decidedAt?.toISOString() ?? null,
    };
  }
}
