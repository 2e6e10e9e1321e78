using Dapper;
using Padel.Platform.Data;
using Padel.Platform.Jobs;

namespace Padel.Booking.Funnel;

/// <summary>Adds what this process has counted to the club's days, in one order, so that two processes do not wait for each other.</summary>
internal sealed class FlushFunnel(FunnelCounter counter, Database<BookingModule> database) : IJob
{
    public string Name => "booking.flush-funnel";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var counts = counter.Take();
        if (counts.Count == 0)
            return new JobOutcome(0);
        try
        {
            await using var connection = await database.Open(cancellation);
            await connection.ExecuteAsync(
                """
                insert into funnel_counts as f (club_id, business_day, step, source, count)
                select c.club_id, c.day, c.step, c.source, c.count
                from unnest(@clubs, @days, @steps, @sources, @counts) as c(club_id, day, step, source, count)
                order by 1, 2, 3, 4
                on conflict (club_id, business_day, step, source) do update set count = f.count + excluded.count
                """,
                new
                {
                    clubs = counts.Keys.Select(key => key.ClubId).ToArray(), days = counts.Keys.Select(key => key.Day).ToArray(),
                    steps = counts.Keys.Select(key => key.Step).ToArray(), sources = counts.Keys.Select(key => key.Source).ToArray(),
                    counts = counts.Values.ToArray(),
                });
        }
        catch
        {
            counter.GiveBack(counts);
            throw;
        }

        return new JobOutcome(counts.Count);
    }
}
