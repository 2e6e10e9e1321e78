namespace Padel.Benchmarks;

/// <summary>One line a target.</summary>
internal static class Report
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static void Line(string target, string what, double value, double limit, bool atLeast)
    {
        var met = atLeast ? value >= limit : value <= limit;
        Console.WriteLine($"{target}  {what}: {value:F2} (target {(atLeast ? "at least" : "at most")} {limit:F2}) {(met ? "met" : "NOT MET")}");
    }
}
