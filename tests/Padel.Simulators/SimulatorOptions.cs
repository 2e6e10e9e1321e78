namespace Padel.Simulators;

/// <summary>How fast the vendors are, and where they send what cannot be learnt from a request. The defaults suit a person who clicks.</summary>
public sealed class SimulatorOptions
{
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>How long a payer takes to type the PIN.</summary>
    public TimeSpan Approval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Between an answer and the notification about it.</summary>
    public TimeSpan Notification { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a pending payment stays so.</summary>
    public TimeSpan Pending { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What comes late comes after this time: vouchers paid in a shop, success after the end, reversals.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How slow a slow answer is.</summary>
    public TimeSpan Slow { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>How long the vendors wait for an answer to a notification.</summary>
    public TimeSpan NotificationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Before a notification that was not accepted is tried again.</summary>
    public TimeSpan NotificationRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long access tokens of EasyPaisa and PayFast are good.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan ClockOffset { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where notifications go when neither the request nor the merchant's settings say; `{vendor}` stands for the vendor's name.</summary>
    public string? NotificationTarget { get; init; }

    /// <summary>Payers and vendors that are so many times as fast as people.</summary>
    public static SimulatorOptions Faster(double times, string urls)
    {
        var person = new SimulatorOptions();
        return new SimulatorOptions
        {
            Urls = urls,
            Approval = person.Approval / times,
            Notification = person.Notification / times,
            Pending = person.Pending / times,
            Late = person.Late / times,
            Slow = person.Slow / times,
            NotificationRetry = person.NotificationRetry / times,
        };
    }

    /// <summary>Everything at once: for tests that do not want to wait.</summary>
    public static SimulatorOptions Quick(TimeProvider? clock = null, string? notificationTarget = null) => new()
    {
        Approval = TimeSpan.FromMilliseconds(20),
        Notification = TimeSpan.FromMilliseconds(20),
        Pending = TimeSpan.FromMilliseconds(80),
        Late = TimeSpan.FromMilliseconds(150),
        Slow = TimeSpan.FromMilliseconds(1_500),
        NotificationTimeout = TimeSpan.FromSeconds(10),
        NotificationRetry = TimeSpan.FromMilliseconds(30),
        Clock = clock ?? TimeProvider.System,
        NotificationTarget = notificationTarget,
    };
}
