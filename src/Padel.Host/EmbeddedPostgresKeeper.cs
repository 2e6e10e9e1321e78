namespace Padel.Host;

/// <summary>Starts the private PostgreSQL again when it dies under the running product; requests fail meanwhile, nothing acknowledged is lost.</summary>
internal sealed partial class EmbeddedPostgresKeeper(EmbeddedPostgres postgres, ILogger<EmbeddedPostgresKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var look = new PeriodicTimer(LookEvery);
        while (await look.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await postgres.Revive())
                    Revived(logger);
            }
            catch (Exception error) when (error is StartupException or Npgsql.NpgsqlException)
            {
                NotRevived(logger, error);
            }
        }
    }

    [LoggerMessage(EventId = 1331, Level = LogLevel.Warning, Message = "The private PostgreSQL had died and was started again")]
    private static partial void Revived(ILogger logger);

    [LoggerMessage(EventId = 1332, Level = LogLevel.Error, Message = "The private PostgreSQL has died and does not start; it is tried again")]
    private static partial void NotRevived(ILogger logger, Exception error);
}
