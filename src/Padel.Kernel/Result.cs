using System.Diagnostics.CodeAnalysis;

namespace Padel.Kernel;

/// <summary>A value, or the expected failure that stood in its way. Bugs and outages throw instead.</summary>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"No value: {Error.Code}.");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Error is null ? next(_value!) : Error;

    public TOut Match<TOut>(Func<T, TOut> value, Func<Error, TOut> error) => Error is null ? value(_value!) : error(Error);
}
