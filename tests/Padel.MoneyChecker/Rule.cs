namespace Padel.MoneyChecker;

/// <summary>Something that must be true of money at rest, as a query for the places where it is not.</summary>
/// <param name="Name">What must be true.</param>
/// <param name="Sql">Answers <c>subject</c> and <c>detail</c> of every violation.</param>
public sealed record Rule(string Name, string Sql);

/// <summary>A place where a rule is broken.</summary>
public sealed record Finding(string Rule, string Subject, string Detail)
{
    public override string ToString() => $"{Rule}: {Subject} ({Detail})";
}
