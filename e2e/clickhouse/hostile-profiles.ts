/** A cluster whose second shard is down: nothing listens at port 1. */
const [HERE, NOWHERE] = [9000, 1].map(
  (port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`,
);
export const CONFIG = `<clickhouse><tcp_port>9000</tcp_port><remote_servers><half>${HERE}${NOWHERE}</half></remote_servers></clickhouse>`;

/** Accounts whose settings would make answers less than whole, if they were let. */
export const HOSTILE_PROFILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  limit: { limit: "3" },
  offset: { offset: "3" },
  filters_tables: { additional_table_filters: "{'default.hostile': 'status != \\'status 1\\''}" },
  filters_results: { additional_result_filter: "rowNumberInAllBlocks() % 2 = 0" },
  filters_all_results: { additional_result_filter: "0" },
  few_rows: { max_rows_to_read: "10", read_overflow_mode: "break", max_block_size: "8" },
  few_rows_of_shards: { max_rows_to_read_leaf: "10", read_overflow_mode_leaf: "break", max_block_size: "8" },
  little_time: { max_execution_time: "0.0001", timeout_overflow_mode: "break" },
  skips_shards: { skip_unavailable_shards: "1" },
  few_groups: { max_rows_to_group_by: "3", group_by_overflow_mode: "any", max_block_size: "8" },
  breaks_groups: { max_rows_to_group_by: "3", group_by_overflow_mode: "break", max_block_size: "8" },
  few_results: { max_result_rows: "20", result_overflow_mode: "break", max_block_size: "8" },
  no_merge: { distributed_group_by_no_merge: "1" },
  // What these do cannot be provoked in process.
  elsewhere: {
    partial_result_on_first_cancel: "1",
    fallback_to_stale_replicas_for_distributed_queries: "1",
    use_query_cache: "1",
  },
};
/** Those whose limits hold, in words. */
export const LIMITS = ["few_rows", "few_rows_of_shards", "few_groups", "breaks_groups", "few_results"];
