/** Orders made one: what several put first comes first. */
import { describe, expect, it } from 'vitest';
import { fuseOrders } from '../../src/retrieval/fuse-orders.ts';

describe('fused orders', () => {
  it('put first what most of them put first, and keep what one alone has', () => {
    expect(fuseOrders([new Set([7, 1, 2]), new Set([1, 3]), new Set([1, 2])])).toEqual([1, 2, 7, 3]);
  });

  it('prefer two places in the middle to one in front', () => {
    expect(fuseOrders([new Set([9, 4]), new Set([8, 4])])[0]).toBe(4);
  });

  it('leave an order alone as it is', () => {
    expect(fuseOrders([new Set([3, 1, 2]), new Set()])).toEqual([3, 1, 2]);
    expect(fuseOrders([])).toEqual([]);
  });
});
