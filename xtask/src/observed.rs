//! What the kernel tells of a running process, by its id.

use std::fs;
use std::time::Duration;

use anyhow::Context as _;

/// A process of ours that runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Observed(pub(crate) u32);

impl Observed {
    /// Its resident memory in KiB.
    pub(crate) fn resident_kib(self) -> anyhow::Result<u64> {
        let status = self.read("status")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        Ok(number.context("no VmRSS")?.parse()?)
    }

    /// The hundredths of a second of CPU that it has used.
    pub(crate) fn ticks(self) -> anyhow::Result<u64> {
        let stat = self.read("stat")?;
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let mut fields = fields.split_whitespace().skip(11);
        let mut next =
            || -> anyhow::Result<u64> { Ok(fields.next().context("no times")?.parse()?) };
        Ok(next()? + next()?)
    }

    /// The CPU that all its threads have used, those that ended included, to the nanosecond.
    #[cfg(target_os = "linux")]
    pub(crate) fn cpu(self) -> anyhow::Result<Duration> {
        use nix::time::ClockId;

        let id = nix::unistd::Pid::from_raw(i32::try_from(self.0)?);
        Ok(ClockId::pid_cpu_clock_id(id)?.now()?.into())
    }

    /// The CPU that it has used, as exactly as this system tells.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn cpu(self) -> anyhow::Result<Duration> {
        Ok(Duration::from_millis(self.ticks()? * 10))
    }

    /// How often its threads went to sleep or were put to sleep so far.
    pub(crate) fn switches(self) -> anyhow::Result<u64> {
        let mut sum = 0;
        for task in fs::read_dir(format!("/proc/{}/task", self.0))? {
            let status = fs::read_to_string(task?.path().join("status"))?;
            let lines = status
                .lines()
                .filter(|line| line.contains("_ctxt_switches"));
            let numbers =
                lines.filter_map(|line| line.split_whitespace().last()?.parse::<u64>().ok());
            sum += numbers.sum::<u64>();
        }
        Ok(sum)
    }

    fn read(self, file: &str) -> anyhow::Result<String> {
        let path = format!("/proc/{}/{file}", self.0);
        fs::read_to_string(&path).with_context(|| format!("{path} can't be read"))
    }
}
